using System.Security.Claims;
using Greenprint.Platform;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Who works where on a day of the past, as signed in.</summary>
internal sealed class Staff
{
    private readonly Dictionary<string, PersonName> people = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SamplePerson> all = SampleFiles.People();

    /// <summary>Who opens and closes the cycles: the head of planning.</summary>
    internal ClaimsPrincipal Bureau => As("he-pu");

    /// <summary>Who reviews, checks and grants: the deputy director.</summary>
    internal ClaimsPrincipal Deputy => As("xu-qing");

    internal void Came(SamplePerson person, string id) => people[person.UserName] = new(id, person.Name);

    internal string IdOf(string userName) => people[userName].Id;

    internal Actor ActorOf(string userName) => new(people[userName].Id, people[userName].Name);

    internal ClaimsPrincipal As(string userName) => PastLife.As(people[userName]);

    /// <summary>Who reports for a unit; null on a day when nobody holds the post.</summary>
    internal ClaimsPrincipal? ReporterOf(string unit, DateOnly day) => Reporter(unit, day) is { } person ? As(person.UserName) : null;

    /// <summary>Id of the same person.</summary>
    internal string? LiaisonOf(string unit, DateOnly day) => Reporter(unit, day) is { } person ? IdOf(person.UserName) : null;

    private SamplePerson? Reporter(string unit, DateOnly day) =>
        all.FirstOrDefault(person => person.Unit == unit && person.Role == Role.Reporter && person.From <= day && !(person.Until < day) && people.ContainsKey(person.UserName));
}
