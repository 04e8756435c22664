using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Finds the types that generated code passes to <c>System.Text.Json</c>, because the runtime has no predefined serializer for them and
/// they are not tuples or lists, which generated code writes element by element.
/// </summary>
internal static class DescribedTypes
{
    /// <summary>Returns the types for which JSON metadata is required so that values of the specified type can be serialized.</summary>
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
