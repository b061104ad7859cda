using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Greenprint.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Modules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicators_inputs",
                columns: table => new
                {
                    digest = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators_inputs", x => x.digest);
                });

            migrationBuilder.CreateTable(
                name: "indicators_runs",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    edition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    input_digest = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    outcome_digest = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    provenance = table.Column<string>(type: "TEXT", nullable: false),
                    context = table.Column<string>(type: "TEXT", nullable: false),
                    computed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicators_values",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 28, scale: 14, nullable: true),
                    published = table.Column<decimal>(type: "TEXT", precision: 28, scale: 14, nullable: true),
                    not_given_zh = table.Column<string>(type: "TEXT", nullable: true),
                    not_given_en = table.Column<string>(type: "TEXT", nullable: true),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    run = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators_values", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_stations",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    city = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    comparable_name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    is_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    water_body = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    longitude = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    latitude = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_stations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planning_plans",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    upper_plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    at_risk_share = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: false),
                    level_tolerance = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_series",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    station_id = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    step_minutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_series_station_station_id",
                        column: x => x.station_id,
                        principalTable: "monitoring_stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_annual_targets",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_annual_targets", x => new { x.plan, x.indicator, x.revision, x.year });
                    table.ForeignKey(
                        name: "fk_planning_annual_targets_planning_plans_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_baselines",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    text_zh = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_baselines", x => new { x.plan, x.indicator, x.revision });
                    table.ForeignKey(
                        name: "fk_planning_baselines_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_clauses",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    paragraphs = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_clauses", x => new { x.plan, x.id });
                    table.ForeignKey(
                        name: "fk_planning_clauses_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_documents",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    warnings = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_documents", x => new { x.plan, x.number });
                    table.ForeignKey(
                        name: "fk_planning_documents_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_indicators",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: true),
                    group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    nature = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    key_tasks = table.Column<string>(type: "TEXT", nullable: false),
                    deciding = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    arguments = table.Column<string>(type: "TEXT", nullable: true),
                    definition_zh = table.Column<string>(type: "TEXT", nullable: true),
                    definition_en = table.Column<string>(type: "TEXT", nullable: true),
                    decision_state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    decision_document = table.Column<string>(type: "TEXT", nullable: true),
                    decision_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_indicators", x => new { x.plan, x.code });
                    table.ForeignKey(
                        name: "fk_planning_indicators_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_items",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    text_zh = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: true),
                    clause = table.Column<string>(type: "TEXT", nullable: true),
                    kept = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_items", x => new { x.plan, x.kind, x.code });
                    table.ForeignKey(
                        name: "fk_planning_items_plan_row_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_responsibilities",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_responsibilities", x => new { x.plan, x.subject, x.code, x.part, x.position });
                    table.ForeignKey(
                        name: "fk_planning_responsibilities_planning_plans_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planning_targets",
                columns: table => new
                {
                    plan = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    upper = table.Column<decimal>(type: "TEXT", precision: 28, scale: 10, nullable: true),
                    text_zh = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<int>(type: "INTEGER", nullable: true),
                    adopted_by = table.Column<string>(type: "TEXT", nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_targets", x => new { x.plan, x.indicator, x.revision });
                    table.ForeignKey(
                        name: "fk_planning_targets_planning_plans_plan",
                        column: x => x.plan,
                        principalTable: "planning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_indicators_runs_plan_indicator_period_edition_sequence",
                table: "indicators_runs",
                columns: new[] { "plan", "indicator", "period", "edition", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicators_values_plan_indicator_period_origin_revision",
                table: "indicators_values",
                columns: new[] { "plan", "indicator", "period", "origin", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_series_station_id_item",
                table: "monitoring_series",
                columns: new[] { "station_id", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_stations_code",
                table: "monitoring_stations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_stations_kind_city_comparable_name",
                table: "monitoring_stations",
                columns: new[] { "kind", "city", "comparable_name" });

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_stations_region",
                table: "monitoring_stations",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "ix_planning_documents_sha256",
                table: "planning_documents",
                column: "sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicators_inputs");

            migrationBuilder.DropTable(
                name: "indicators_runs");

            migrationBuilder.DropTable(
                name: "indicators_values");

            migrationBuilder.DropTable(
                name: "monitoring_series");

            migrationBuilder.DropTable(
                name: "planning_annual_targets");

            migrationBuilder.DropTable(
                name: "planning_baselines");

            migrationBuilder.DropTable(
                name: "planning_clauses");

            migrationBuilder.DropTable(
                name: "planning_documents");

            migrationBuilder.DropTable(
                name: "planning_indicators");

            migrationBuilder.DropTable(
                name: "planning_items");

            migrationBuilder.DropTable(
                name: "planning_responsibilities");

            migrationBuilder.DropTable(
                name: "planning_targets");

            migrationBuilder.DropTable(
                name: "monitoring_stations");

            migrationBuilder.DropTable(
                name: "planning_plans");
        }
    }
}
