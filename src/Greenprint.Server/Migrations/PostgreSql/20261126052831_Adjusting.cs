using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Adjusting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_adjustment_events",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    act = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    proposal = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    units = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    opinion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    document = table.Column<string>(type: "text", nullable: true),
                    waiver = table.Column<string>(type: "text", nullable: true),
                    assigner = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_adjustment_events", x => new { x.plan, x.code, x.number });
                    table.ForeignKey(
                        name: "fk_planning_adjustment_events_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_adjustment_events");
        }
    }
}
