using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delivery_cycles",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    plan = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    opens = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    locks = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sign_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_items",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    plan = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    cycle = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    ask_zh = table.Column<string>(type: "TEXT", nullable: true),
                    ask_en = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    quantity_unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    evidence = table.Column<int>(type: "INTEGER", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sign_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ending = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_suspended = table.Column<bool>(type: "INTEGER", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    urged = table.Column<int>(type: "INTEGER", nullable: false),
                    is_extension_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    waits = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_items_delivery_cycles_cycle",
                        column: x => x.cycle,
                        principalTable: "delivery_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_drafts",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    quantity = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    difficulties = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<string>(type: "TEXT", nullable: false),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_drafts", x => new { x.item, x.person });
                    table.ForeignKey(
                        name: "fk_delivery_drafts_delivery_items_item",
                        column: x => x.item,
                        principalTable: "delivery_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_events",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    person = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    into = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    sign_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    steps = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_events", x => new { x.item, x.number });
                    table.ForeignKey(
                        name: "fk_delivery_events_item_row_item",
                        column: x => x.item,
                        principalTable: "delivery_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_evidence",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    clean_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    @class = table.Column<int>(name: "class", type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    taken_at = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    latitude = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    longitude = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    added_by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_evidence_delivery_items_item",
                        column: x => x.item,
                        principalTable: "delivery_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_reports",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    difficulties = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<string>(type: "TEXT", nullable: false),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_reports", x => new { x.item, x.number });
                    table.ForeignKey(
                        name: "fk_delivery_reports_delivery_items_item",
                        column: x => x.item,
                        principalTable: "delivery_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_report_evidence",
                columns: table => new
                {
                    item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_report_evidence", x => new { x.item, x.number, x.evidence });
                    table.ForeignKey(
                        name: "fk_delivery_report_evidence_delivery_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "delivery_evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_cycles_plan_period",
                table: "delivery_cycles",
                columns: new[] { "plan", "period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_evidence_item",
                table: "delivery_evidence",
                column: "item");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_items_cycle",
                table: "delivery_items",
                column: "cycle");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_items_key",
                table: "delivery_items",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_items_subject",
                table: "delivery_items",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_items_unit",
                table: "delivery_items",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_report_evidence_evidence",
                table: "delivery_report_evidence",
                column: "evidence");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_drafts");

            migrationBuilder.DropTable(
                name: "delivery_events");

            migrationBuilder.DropTable(
                name: "delivery_report_evidence");

            migrationBuilder.DropTable(
                name: "delivery_reports");

            migrationBuilder.DropTable(
                name: "delivery_evidence");

            migrationBuilder.DropTable(
                name: "delivery_items");

            migrationBuilder.DropTable(
                name: "delivery_cycles");
        }
    }
}
