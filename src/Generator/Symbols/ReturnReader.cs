using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Says how a task method returns.</summary>
internal static class ReturnReader
{
    /// <summary>The type of what the method returns, awaited; null where it is void.</summary>
    public static ITypeSymbol? ResultType(IMethodSymbol method) => Read(method).Result;

    /// <summary>How a method returns, and the type of what it returns, awaited.</summary>
    public static (ReturnKind Kind, ITypeSymbol? Result) Read(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => (ReturnKind.Void, null),
        var type when type.Is(MetadataNames.Framework.Task) || type.Is(MetadataNames.Framework.ValueTask) => (ReturnKind.AwaitedVoid, null),
        INamedTypeSymbol type when type.Is(MetadataNames.Framework.TaskOfT) || type.Is(MetadataNames.Framework.ValueTaskOfT) =>
            (ReturnKind.AwaitedValue, type.TypeArguments[0]),
        var type => (ReturnKind.Value, type),
    };
}
