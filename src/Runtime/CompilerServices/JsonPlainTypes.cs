using System.Collections.Frozen;

namespace TaskGen.CompilerServices;

/// <summary>
/// Describes the JSON of types that the JSON serializer and this library read in the same way. Members of such a type therefore have the
/// same messages as parameters.
/// </summary>
internal static class JsonPlainTypes
{
    private static readonly FrozenDictionary<Type, string> Expectations = new Dictionary<Type, string>
    {
        [typeof(bool)] = Of(PayloadValue.Boolean),
        [typeof(byte)] = Of(PayloadValue.Byte),
        [typeof(sbyte)] = Of(PayloadValue.SByte),
        [typeof(short)] = Of(PayloadValue.Int16),
        [typeof(ushort)] = Of(PayloadValue.UInt16),
        [typeof(int)] = Of(PayloadValue.Int32),
        [typeof(uint)] = Of(PayloadValue.UInt32),
        [typeof(long)] = Of(PayloadValue.Int64),
        [typeof(ulong)] = Of(PayloadValue.UInt64),
        [typeof(float)] = Of(PayloadValue.Single),
        [typeof(double)] = Of(PayloadValue.Double),
        [typeof(decimal)] = Of(PayloadValue.Decimal),
        [typeof(char)] = Of(PayloadValue.Char),
        [typeof(string)] = Of(PayloadValue.String),
        [typeof(Guid)] = Of(PayloadValue.Guid),
        [typeof(DateTime)] = Of(PayloadValue.DateTime),
        [typeof(DateTimeOffset)] = Of(PayloadValue.DateTimeOffset),
        [typeof(DateOnly)] = Of(PayloadValue.DateOnly),
        [typeof(TimeOnly)] = Of(PayloadValue.TimeOnly),
        [typeof(TimeSpan)] = Of(PayloadValue.TimeSpan),
        [typeof(byte[])] = Of(PayloadValue.Bytes),
        [typeof(Uri)] = Of(PayloadValue.Uri),
        [typeof(TaskId)] = Of(PayloadValue.TaskId),
    }.ToFrozenDictionary();

    /// <summary>Returns the problem of JSON that is no value of the type; null if the type is not one of them.</summary>
    public static string? Expectation(Type type) => Expectations.GetValueOrDefault(type);

    private static string Of<T>(PayloadValue<T> value) => ((PlainValue<T>)value).Expectation;
}
