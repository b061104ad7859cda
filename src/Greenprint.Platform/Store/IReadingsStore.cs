using System.Data.Common;

namespace Greenprint.Platform;

/// <summary>Opens the bulk store of readings, which stands beside the work database.</summary>
public interface IReadingsStore
{
    /// <summary>The engine, for the few statements that differ.</summary>
    StoreEngine Engine { get; }

    /// <summary>An open connection whose commits reach the disk; read back on every opening.</summary>
    /// <exception cref="RefusedException">Durability was switched off on the engine.</exception>
    Task<DbConnection> Open(CancellationToken cancellation);
}

/// <summary>Tables that a module keeps outside the work database. Steps are applied in order, once, each in a transaction.</summary>
public interface IReadingsSchema
{
    /// <summary>The statements of each version, from 1; never edited once released, only appended.</summary>
    IReadOnlyList<string> Steps(StoreEngine engine);
}
