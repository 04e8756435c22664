using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Recognizes values that are different each time: new ids, random numbers, and the current time.</summary>
internal static class FreshValues
{
    /// <summary>Classifies the value of an operation.</summary>
    public static Freshness Classify(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } => OfMethod(type, method.Name),
        IPropertyReferenceOperation { Property: { ContainingType: { } type } property } => OfProperty(type, property.Name),
        _ => Freshness.Stable,
    };

    /// <summary>Determines whether a member of such a value is also different each time.</summary>
    public static bool Keeps(Freshness freshness, IOperation access) => freshness == Freshness.Unique || access switch
    {
        IPropertyReferenceOperation property =>
            property.Property.Name
            is "Ticks" or "UtcTicks" or "UtcDateTime" or "LocalDateTime" or "DateTime" or "TimeOfDay" or "Millisecond",
        IInvocationOperation { TargetMethod.Name: "ToString" } text =>
            text.Arguments.Length == 0 || text.Arguments[0].Value.ConstantValue.Value is "O" or "o",
        IInvocationOperation call =>
            call.TargetMethod.Name
            is "Subtract" or "ToUniversalTime" or "ToLocalTime" or "ToOffset" or "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds"
                or "ToFileTimeUtc"
            || call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal),
        _ => false,
    };

    private static Freshness OfMethod(INamedTypeSymbol type, string name) => name switch
    {
        "NewGuid" or "CreateVersion7" when type.Is("System.Guid") => Freshness.Unique,
        "GetTimestamp" when type.Is("System.Diagnostics.Stopwatch") || type.Is("System.TimeProvider") => Freshness.Unique,
        "GetUtcNow" or "GetLocalNow" when type.Is("System.TimeProvider") => Freshness.Time,
        "GetRandomFileName" or "GetTempFileName" when type.Is("System.IO.Path") => Freshness.Unique,
        "GetBytes" or "GetInt32" or "GetHexString" or "GetString" when type.Is("System.Security.Cryptography.RandomNumberGenerator") =>
            Freshness.Unique,
        _ when name.StartsWith("Next", StringComparison.Ordinal) && type.Is("System.Random") => Freshness.Unique,
        _ => Freshness.Stable,
    };

    // DateTime.Today is the same all day, so it is probably intended to create one task per day.
    private static Freshness OfProperty(INamedTypeSymbol type, string name) => name switch
    {
        "Now" or "UtcNow" when type.SpecialType == SpecialType.System_DateTime || type.Is("System.DateTimeOffset") => Freshness.Time,
        "TickCount" or "TickCount64" when type.Is("System.Environment") => Freshness.Unique,
        _ => Freshness.Stable,
    };
}
