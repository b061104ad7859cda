using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Confirming : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What an editor had left out of a draft was kept beside it; from now on it is not in the plan at all.
            migrationBuilder.Sql("DELETE FROM planning_items WHERE kept = 0");

            // Not DropColumn: that rebuilds the table outside a transaction, and an upgrade must not be left half done.
            migrationBuilder.Sql("ALTER TABLE planning_items DROP COLUMN kept");

            migrationBuilder.AddColumn<bool>(
                name: "for_comparison",
                table: "planning_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "has_file",
                table: "planning_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "pages",
                table: "planning_documents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "planning_documents",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "planning_decisions",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    of = table.Column<int>(type: "INTEGER", nullable: true),
                    document = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    line = table.Column<int>(type: "INTEGER", nullable: true),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_decisions", x => new { x.plan, x.number, x.item });
                    table.ForeignKey(
                        name: "fk_planning_decisions_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_found",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    document = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: true),
                    line = table.Column<int>(type: "INTEGER", nullable: true),
                    clause = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    confidence = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_found", x => new { x.plan, x.document, x.id });
                    table.ForeignKey(
                        name: "fk_planning_found_plan_row_plan",
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
                name: "planning_decisions");

            migrationBuilder.DropTable(
                name: "planning_found");

            migrationBuilder.Sql("ALTER TABLE planning_documents DROP COLUMN for_comparison");

            migrationBuilder.Sql("ALTER TABLE planning_documents DROP COLUMN has_file");

            migrationBuilder.Sql("ALTER TABLE planning_documents DROP COLUMN pages");

            migrationBuilder.Sql("ALTER TABLE planning_documents DROP COLUMN reading");

            migrationBuilder.AddColumn<bool>(
                name: "kept",
                table: "planning_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }
    }
}
