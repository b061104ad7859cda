using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sign_on_name",
                table: "platform_people",
                type: "TEXT",
                maxLength: 150,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_people_sign_on_name",
                table: "platform_people",
                column: "sign_on_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_platform_people_sign_on_name",
                table: "platform_people");

            migrationBuilder.DropColumn(
                name: "sign_on_name",
                table: "platform_people");
        }
    }
}
