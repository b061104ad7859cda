using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Projects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "planning_responsibilities",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "planning_measures",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text_zh = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: true),
                    key_task = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    clause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    page = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_measures", x => new { x.plan, x.code });
                    table.ForeignKey(
                        name: "fk_planning_measures_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_projects",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    category_zh = table.Column<string>(type: "text", nullable: true),
                    category_en = table.Column<string>(type: "text", nullable: true),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: true),
                    content_zh = table.Column<string>(type: "text", nullable: true),
                    content_en = table.Column<string>(type: "text", nullable: true),
                    period = table.Column<string>(type: "text", nullable: true),
                    start = table.Column<int>(type: "integer", nullable: true),
                    end = table.Column<int>(type: "integer", nullable: true),
                    investment = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    investment_unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    investment_text = table.Column<string>(type: "text", nullable: true),
                    clause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    page = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_projects", x => new { x.plan, x.code });
                    table.ForeignKey(
                        name: "fk_planning_projects_planning_plans_plan",
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
                name: "planning_measures");

            migrationBuilder.DropTable(
                name: "planning_projects");

            migrationBuilder.DropColumn(
                name: "name",
                table: "planning_responsibilities");
        }
    }
}
