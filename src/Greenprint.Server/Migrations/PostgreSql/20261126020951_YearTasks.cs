using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class YearTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_allocations",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    parts = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_allocations", x => new { x.plan, x.indicator, x.year, x.to, x.revision });
                    table.ForeignKey(
                        name: "fk_planning_allocations_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_year_tasks",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title_zh = table.Column<string>(type: "text", nullable: false),
                    title_en = table.Column<string>(type: "text", nullable: true),
                    quantity = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    lead = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    support = table.Column<string>(type: "text", nullable: false),
                    accountable = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    criterion_zh = table.Column<string>(type: "text", nullable: true),
                    criterion_en = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    parent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    depends_on = table.Column<string>(type: "text", nullable: false),
                    effects = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true),
                    is_cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_year_tasks", x => new { x.plan, x.code, x.revision });
                    table.ForeignKey(
                        name: "fk_planning_year_tasks_planning_plans_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_planning_year_tasks_plan_year",
                table: "planning_year_tasks",
                columns: new[] { "plan", "year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_allocations");

            migrationBuilder.DropTable(
                name: "planning_year_tasks");
        }
    }
}
