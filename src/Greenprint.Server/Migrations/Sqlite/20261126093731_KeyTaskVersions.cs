using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeyTaskVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "check",
                table: "planning_adjustment_events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "planning_key_task_versions",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_key_task_versions", x => new { x.plan, x.code, x.number });
                    table.ForeignKey(
                        name: "fk_planning_key_task_versions_plan_row_plan",
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
                name: "planning_key_task_versions");

            migrationBuilder.DropColumn(
                name: "check",
                table: "planning_adjustment_events");
        }
    }
}
