using System.Collections.Immutable;
using TaskGen.CompilerServices;

namespace TaskGen.Definitions;

/// <summary>
/// Finds the delegate that reads a result, for handles that were created only from a task id. If a registered task has this result type,
/// its reader is used. Otherwise, a built-in type is read as in generated code, and any other type is read with its JSON metadata.
/// Therefore, a host without reflection needs no JSON metadata for a built-in type, and a tuple is read in the form in which it was
/// written.
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

    /// <param name="tasks">The registered tasks of the host; null if there are none.</param>
    public static TaskResultReader<T> Of<T>(TaskTable? tasks = null) =>
        tasks?.Entries.OfType<IResultOf<T>>().FirstOrDefault()?.Reader ?? ValueOf<T>().ResultReader;

    /// <summary>Returns the serializer of a type for which no generated code is known.</summary>
    public static PayloadValue<T> ValueOf<T>() => Direct.OfType<PayloadValue<T>>().FirstOrDefault() ?? PayloadValue.Json<T>();
}
