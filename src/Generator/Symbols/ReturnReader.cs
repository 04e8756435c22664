using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Determines how a task method returns its result.</summary>
internal static class ReturnReader
{
    /// <summary>Returns the type of the awaited result of the method; null if the method has no result.</summary>
    public static ITypeSymbol? ResultType(IMethodSymbol method) => Read(method).Result;

    /// <summary>Returns how a method returns its result, and the type of the awaited result.</summary>
    public static (ReturnKind Kind, ITypeSymbol? Result) Read(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => (ReturnKind.Void, null),
        var type when type.Is(MetadataNames.Framework.Task) || type.Is(MetadataNames.Framework.ValueTask) => (ReturnKind.AwaitedVoid, null),
        INamedTypeSymbol type when type.Is(MetadataNames.Framework.TaskOfT) || type.Is(MetadataNames.Framework.ValueTaskOfT) =>
            (ReturnKind.AwaitedValue, type.TypeArguments[0]),
        var type => (ReturnKind.Value, type),
    };
}
