using System.Security.Claims;

namespace Greenprint.Platform;

/// <summary>
/// Lets the sample county live through its past: the same doors and the same rules as ever, at moments of its own and as its own people. All of it is one
/// transaction, so that a county whose making was broken off has no past at all. For the sample county only.
/// </summary>
public interface IRehearsal
{
    /// <summary>Runs <paramref name="past"/>; the clock of everything that it calls is the one that it sets.</summary>
    /// <param name="first">The moment at which it begins.</param>
    /// <param name="past">What happens.</param>
    /// <param name="cancellation">Stops it; nothing has happened then.</param>
    /// <exception cref="RefusedException">The store is not one of the sample county.</exception>
    Task Live(DateTimeOffset first, Func<PastLife, Task> past, CancellationToken cancellation);
}

/// <summary>A past under way.</summary>
public sealed class PastLife
{
    private readonly DateTimeOffset last;

    internal PastLife(DateTimeOffset first, DateTimeOffset last)
    {
        this.last = last;
        Now = first < last ? first : last;
    }

    /// <summary>The moment that it has come to.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Goes on to a moment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies before the last one, or has not come yet.</exception>
    public void GoOnTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, Now);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(moment, last);
        Now = moment;
    }

    /// <summary>A person of the county, as if signed in. Their rights are read from the store as ever.</summary>
    public static ClaimsPrincipal As(PersonName person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id), new(PersonPrincipals.DisplayName, person.Name)], nameof(PastLife)));
    }
}
