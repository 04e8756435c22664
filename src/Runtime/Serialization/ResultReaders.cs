using TaskGen.CompilerServices;

namespace TaskGen;

/// <summary>
/// Reads results for handles that were made from an id alone. What generated code writes directly is read directly, so that a host without reflection needs no
/// description of a number or a string; every other type is read by its description.
/// </summary>
internal static class ResultReaders
{
    private static readonly IReadOnlyList<object> Direct =
    [
        PayloadValue.Boolean, PayloadValue.Byte, PayloadValue.SByte, PayloadValue.Int16, PayloadValue.UInt16, PayloadValue.Int32, PayloadValue.UInt32,
        PayloadValue.Int64, PayloadValue.UInt64, PayloadValue.Single, PayloadValue.Double, PayloadValue.Decimal, PayloadValue.Char, PayloadValue.String,
        PayloadValue.Guid, PayloadValue.DateTime, PayloadValue.DateTimeOffset, PayloadValue.DateOnly, PayloadValue.TimeOnly, PayloadValue.TimeSpan,
        PayloadValue.Bytes, PayloadValue.Uri, PayloadValue.NoResult,
    ];

    public static TaskResultReader<T> Of<T>() => (Direct.OfType<PayloadValue<T>>().FirstOrDefault() ?? PayloadValue.Json<T>()).ResultReader;
}
