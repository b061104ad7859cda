using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Settings of sign-in, under <c>Platform:People</c>. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class PeopleOptions
{
    /// <summary>Minutes without a request, or on a page that stays connected without an act, after which a person has to sign in again.</summary>
    [Range(5, 1440)]
    public int SessionMinutes { get; set; } = 120;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    [Range(3, 20)]
    public int LockAfter { get; set; } = 5;

    /// <summary>Minutes for which it stays locked.</summary>
    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Hours for which a one-time link works.</summary>
    [Range(1, 168)]
    public int LinkHours { get; set; } = 24;

    /// <summary>Fewest characters of a password; it must also hold letters and digits.</summary>
    [Range(8, 64)]
    public int PasswordLength { get; set; } = 10;
}

[OptionsValidator]
internal sealed partial class PeopleOptionsValidator : IValidateOptions<PeopleOptions>;
