using Greenprint.Quantities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Greenprint.Platform;

/// <summary>The one place where a <see cref="Finding"/> becomes an HTTP answer (RFC 9457).</summary>
public static class Problems
{
    /// <summary>The finding as a problem, in the reader's language; its code never changes.</summary>
    public static ProblemHttpResult ToProblem(this Finding finding, int status)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var problem = new ProblemDetails
        {
            Type = $"/docs/findings#{finding.Code}",
            Title = finding.Message.Here,
            Status = status,
            Extensions = { ["code"] = finding.Code },
        };
        if (finding.Place is { } place)
        {
            problem.Detail = place.ToString();
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>404.</summary>
    public static ProblemHttpResult ToNotFound(this Finding finding) => finding.ToProblem(StatusCodes.Status404NotFound);

    /// <summary>409.</summary>
    public static ProblemHttpResult ToConflict(this Finding finding) => finding.ToProblem(StatusCodes.Status409Conflict);

    /// <summary>422: understood, and refused.</summary>
    public static ProblemHttpResult ToUnprocessable(this Finding finding) => finding.ToProblem(StatusCodes.Status422UnprocessableEntity);
}
