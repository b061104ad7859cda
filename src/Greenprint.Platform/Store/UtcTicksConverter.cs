using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Greenprint.Platform;

/// <summary>A moment as microseconds since 1970 in UTC: orders and compares alike on both engines, and no host zone can shift it.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => (moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
    stored => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond));
