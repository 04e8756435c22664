using System.Collections.Immutable;
using TaskGen.CompilerServices;

namespace TaskGen.Definitions;

/// <summary>
/// Reads results for handles that were made from an id alone: as a registered task of that result reads its own, else directly where
/// generated code would, else by the description of the type. So a host without reflection needs no description of a number, and a tuple
/// comes back as it was written.
/// </summary>
internal static class ResultReaders
{
    private static readonly ImmutableArray<object> Direct =
    [
        PayloadValue.Boolean, PayloadValue.Byte, PayloadValue.SByte, PayloadValue.Int16, PayloadValue.UInt16, PayloadValue.Int32,
        PayloadValue.UInt32, PayloadValue.Int64, PayloadValue.UInt64, PayloadValue.Single, PayloadValue.Double, PayloadValue.Decimal,
        PayloadValue.Char, PayloadValue.String, PayloadValue.Guid, PayloadValue.DateTime, PayloadValue.DateTimeOffset,
        PayloadValue.DateOnly, PayloadValue.TimeOnly, PayloadValue.TimeSpan, PayloadValue.Bytes, PayloadValue.Uri, PayloadValue.NoResult,
        PayloadValue.TaskId, PayloadValue.TaskFailure,
    ];

    /// <param name="tasks">The tasks this host knows, where it knows any.</param>
    public static TaskResultReader<T> Of<T>(TaskTable? tasks = null) =>
        tasks?.Entries.OfType<IResultOf<T>>().FirstOrDefault()?.Reader
        ?? (Direct.OfType<PayloadValue<T>>().FirstOrDefault() ?? PayloadValue.Json<T>()).ResultReader;
}
