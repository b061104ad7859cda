using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Units : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "platform_organizations",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Department");

            // What was entered before there were kinds: a unit of a town's own region is that town.
            migrationBuilder.Sql("UPDATE platform_organizations SET kind = 'Town' WHERE region IN (SELECT code FROM platform_regions WHERE level = 'Town')");

            migrationBuilder.AddColumn<string>(
                name: "parent",
                table: "platform_organizations",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "platform_links",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "platform_grants",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "platform_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    is_deputy = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_posts_platform_organizations_unit",
                        column: x => x.unit,
                        principalTable: "platform_organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_platform_posts_platform_people_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_unit_forms",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    parent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_unit_forms", x => new { x.unit, x.number });
                    table.ForeignKey(
                        name: "fk_platform_unit_forms_platform_organizations_unit",
                        column: x => x.unit,
                        principalTable: "platform_organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_platform_posts_person_id",
                table: "platform_posts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_platform_posts_unit",
                table: "platform_posts",
                column: "unit");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_posts");

            migrationBuilder.DropTable(
                name: "platform_unit_forms");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "platform_organizations");

            migrationBuilder.DropColumn(
                name: "parent",
                table: "platform_organizations");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "platform_links");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "platform_grants");
        }
    }
}
