using System.Globalization;
using Greenprint.Planning.Office;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Greenprint.Planning.Confirming;

/// <summary>Pictures of the pages of a plan's document, for its editors.</summary>
internal static class PageEndpoint
{
    public static void MapPagePictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/plans/{plan}/documents/{number:int}/pages/{page:int}.png", GetPage)
            .WithName("GetPlanDocumentPage")
            .WithSummary("One page of a plan's PDF as a picture")
            .RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy)
            .ExcludeFromDescription();

    internal static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> GetPage(
        string plan, int number, int page, GreenprintDb db, IFiles files, PagePictures pictures, HttpResponse response, CancellationToken cancellation)
    {
        if (await db.Set<DocumentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Plan == plan && row.Number == number, cancellation) is not { } document)
        {
            return PlanningFindings.NoSuchPlan(plan).ToNotFound();
        }

        Bilingual? why = document.Format != "pdf" ? ("只有 PDF 可以按页显示；其他格式请看正文。", "Only a PDF is shown page by page; of other formats read the text.")
            : !document.HasFile ? ("原文件未保存（由旧版本程序读入），无法显示页面。请重新上传。", "The file itself was not kept (an earlier version of the program read it), so its pages cannot be shown. Upload it again.")
            : page < 1 || page > (document.Pages ?? int.MaxValue) ? ("没有这一页。", "There is no such page.")
            : null;
        if (why is not null)
        {
            return PlanningFindings.NoPagePicture(document.Name, why).ToNotFound();
        }

        if (await pictures.Find(files, document, page, cancellation) is not { } path)
        {
            return PlanningFindings.NoPagePicture(document.Name, ("这一页无法绘制。服务器需要安装 poppler-utils（pdftoppm）；已安装的，文件可能异常，请另存后重新上传。", "This page cannot be drawn. The server needs poppler-utils (pdftoppm); where it is installed the file may be abnormal: save it anew and upload it again.")).ToNotFound();
        }

        // A discarded plan's address is given again: the browser asks each time, and the tag says whether it is the same document.
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(path, "image/png", entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{document.Sha256}-{page}\"")));
    }
}
