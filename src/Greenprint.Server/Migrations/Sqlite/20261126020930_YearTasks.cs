using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
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
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
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
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    source_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    support = table.Column<string>(type: "TEXT", nullable: false),
                    accountable = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    criterion_zh = table.Column<string>(type: "TEXT", nullable: true),
                    criterion_en = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    parent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    depends_on = table.Column<string>(type: "TEXT", nullable: false),
                    effects = table.Column<string>(type: "TEXT", nullable: false),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    is_cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
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
