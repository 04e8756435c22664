using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the types that generated code passes to the JSON serializer, because it neither has a predefined value for them nor writes them
/// element by element.
/// </summary>
internal static class DescribedTypes
{
    /// <summary>Returns the types that need a JSON description so that values of the specified type can be serialized.</summary>
    public static IEnumerable<ITypeSymbol> Of(ITypeSymbol type)
    {
        switch (TypeReader.Read(type).Kind)
        {
            case PayloadKind.Json:
                yield return type;
                break;
            case PayloadKind.Array:
                foreach (var found in Of(((IArrayTypeSymbol)type).ElementType))
                {
                    yield return found;
                }

                break;
            case PayloadKind.Nullable or PayloadKind.Collection:
                foreach (var found in Of(((INamedTypeSymbol)type).TypeArguments[0]))
                {
                    yield return found;
                }

                break;
            case PayloadKind.Tuple:
                foreach (var element in ((INamedTypeSymbol)type).TupleElements)
                {
                    foreach (var found in Of(element.Type))
                    {
                        yield return found;
                    }
                }

                break;
        }
    }
}
