using Bunit;
using Greenprint.Ui.Forms;

namespace Greenprint.Ui.Tests.Forms;

public sealed class FormFieldTests : BunitContext
{
    public FormFieldTests() => Reader.Of(Cultures.Chinese);

    [Fact]
    public void A_wrong_field_is_described_by_its_error_and_marked_invalid()
    {
        var field = Render<FormField>(parameters => parameters
            .Add(component => component.Id, "value")
            .Add(component => component.Label, ("数值", "Value"))
            .Add(component => component.Hint, ("如 28.5", "for example 28.5"))
            .Add(component => component.Error, ("不是数字", "Not a number"))
            .Add(component => component.ChildContent, context => $"<input id=\"{context.Id}\" aria-describedby=\"{context.DescribedBy}\" aria-invalid=\"{context.Invalid}\">"));

        Assert.Equal("value", field.Find("label").GetAttribute("for"));
        Assert.Equal("value-hint value-error", field.Find("input").GetAttribute("aria-describedby"));
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains("不是数字", field.Find("#value-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_leads_to_each_field()
    {
        var summary = Render<ErrorSummary>(parameters => parameters.Add(component => component.Errors, [new("value", ("不是数字", "Not a number")), new(null, ("已被他人修改", "Changed by somebody else"))]));

        Assert.Equal("#value", summary.Find("a").GetAttribute("href"));
        Assert.Equal(2, summary.FindAll("li").Count);
    }

    [Fact]
    public void Without_errors_there_is_no_summary() =>
        Assert.Equal("", Render<ErrorSummary>(parameters => parameters.Add(component => component.Errors, [])).Markup.Trim());
}
