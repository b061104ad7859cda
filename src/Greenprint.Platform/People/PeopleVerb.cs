using System.CommandLine;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary><c>greenprint people link [--person NAME]</c> and <c>greenprint people list</c>. Who has the terminal and the store is trusted; the record says that it was the terminal.</summary>
internal static class PeopleVerb
{
    public static Command Command(IVerbHost host) =>
        new("people", ((Bilingual)("人员与一次性链接。", "People and one-time links.")).Here) { Link(host), List(host) };

    private static Command Link(IVerbHost host)
    {
        var person = new Option<string?>("--person")
        {
            Description = ((Bilingual)("为此登录名生成设置新口令的链接。", "Make a link by which this sign-in name sets a new password.")).Here,
            HelpName = "NAME",
        };
        Bilingual what = (
            "生成一次性链接：没有管理员时用于建立首位管理员，加 --person 时用于设置新口令。示例：greenprint people link --person wang --data D",
            "Make a one-time link: for the first administrator while there is none, or with --person for a new password. Example: greenprint people link --person wang --data D");
        var command = new Command("link", what.Here) { person };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Write, (verb, token) => MakeLink(verb, parsed.GetValue(person), token), cancellation));
        return command;
    }

    private static async Task<int> MakeLink(VerbContext verb, string? userName, CancellationToken cancellation)
    {
        var people = verb.Services.GetRequiredService<IPeople>();
        var path = userName is null
            ? await people.NewSetupLink(cancellation) ?? throw new RefusedException(PlatformFindings.HasAdministrator())
            : await people.NewPasswordLink(userName, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
        var site = StoreHold.HolderOf(verb.Services.GetRequiredService<StoreLocation>())?.Url ?? "http://localhost:5080";
        await verb.Output.WriteLineAsync($"{site.TrimEnd('/')}/{path}");
        return 0;
    }

    private static Command List(IVerbHost host)
    {
        Bilingual what = ("列出人员及其角色。示例：greenprint people list --data D", "List people and their roles. Example: greenprint people list --data D");
        var command = new Command("list", what.Here);
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, Print, cancellation));
        return command;
    }

    private static async Task<int> Print(VerbContext verb, CancellationToken cancellation)
    {
        var db = verb.Services.GetRequiredService<GreenprintDb>();
        var grants = (await db.Set<Grant>().AsNoTracking().Where(grant => grant.Revoked == null).ToListAsync(cancellation)).ToLookup(grant => grant.PersonId);
        foreach (var person in await db.Set<Person>().AsNoTracking().OrderBy(person => person.NormalizedUserName).ToListAsync(cancellation))
        {
            var roles = string.Join(", ", grants[person.Id].Select(grant => $"{grant.Role}@{grant.Unit ?? (grant.Region == Grant.Everywhere ? "*" : grant.Region)}"));
            await verb.Output.WriteLineAsync($"{person.UserName}\t{person.DisplayName}\t{roles}");
        }

        return 0;
    }
}
