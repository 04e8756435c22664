using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Visits all types that the serializer can write for a value of a type, and collects the first finding for each rule.</summary>
internal sealed class PayloadWalk
{
    // A generic type can contain itself with different type arguments infinitely. A longer path would also be unreadable.
    private const int MaxDepth = 16;
    private const int MaxTypes = 500;

    private static readonly Explanation ByReference = new(
        "which the property returns by reference", "Mark the property with [JsonIgnore]");

    private readonly List<PayloadFinding> _findings = [];
    private readonly HashSet<ITypeSymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _read = new(SymbolEqualityComparer.Default);
    private int _depth;

    private PayloadWalk()
    {
    }

    /// <summary>Returns the findings in a type, with paths that start at the type.</summary>
    public static IReadOnlyList<PayloadFinding> Find(ITypeSymbol type)
    {
        var walk = new PayloadWalk();
        walk.Visit(type, "", isRead: true, isSmall: false);
        return walk._findings;
    }

    private void Visit(ITypeSymbol type, string path, bool isRead, bool isSmall)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        if (type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error || JsonMembers.HasConverter(type))
        {
            return;
        }

        if (UnserializableTypes.WhyNot(type, isRead) is { } explanation)
        {
            Add(Descriptors.TypeNotSerializable, path, type, explanation);
        }
        else if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            AddObject(path, type, isRead);
        }
        else if (PayloadSizes.IsBytes(type))
        {
            if (!isSmall)
            {
                Add(Descriptors.LargeData, path, type);
            }
        }
        else if (_depth < MaxDepth && _written.Count + _read.Count < MaxTypes && (isRead ? _read : _written).Add(type))
        {
            _depth++;
            VisitParts(type, path, isRead, isSmall || PayloadSizes.SuggestsSmall(type.Name));
            _depth--;
        }
    }

    private void VisitParts(ITypeSymbol type, string path, bool isRead, bool isSmall)
    {
        switch (type)
        {
            case INamedTypeSymbol { IsTupleType: true } tuple:
                foreach (var element in tuple.TupleElements)
                {
                    Visit(element.Type, $"{path}.{element.Name}", isRead, isSmall || PayloadSizes.SuggestsSmall(element.Name));
                }

                break;
            case IArrayTypeSymbol or INamedTypeSymbol when JsonCollections.IsCollection(type):
                VisitCollection(type, path, isRead, isSmall);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Interface } or INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class }:
                VisitOpen((INamedTypeSymbol)type, path, isRead, isSmall);
                break;
            case INamedTypeSymbol named:
                VisitObject(named, path, isRead, isSmall);
                break;
        }
    }

    private void VisitCollection(ITypeSymbol type, string path, bool isRead, bool isSmall)
    {
        if (type is INamedTypeSymbol named && isRead && JsonCollections.WhyNot(named) is { } explanation)
        {
            Add(Descriptors.TypeNotDeserializable, path, type, explanation);
            return;
        }

        if (JsonCollections.IsUnordered(type))
        {
            Add(Descriptors.KeyDependsOnOrder, path, type);
        }

        if (isRead)
        {
            FindLostElements(type, path);
        }

        // A JSON node is written as it is, so its elements are not visited.
        if (IsJson(type))
        {
            return;
        }

        var (element, key) = JsonCollections.Elements(type);
        if (key is not null && UnserializableTypes.WhyNoKey(key) is { } badKey)
        {
            Add(Descriptors.TypeNotSerializable, path, type, badKey);
        }
        else if (element is null)
        {
            AddObject(path + "[]", type, isRead);
        }
        else
        {
            Visit(element, path + "[]", isRead, isSmall);
        }
    }

    private void FindLostElements(ITypeSymbol type, string path)
    {
        if (OpaqueTypes.WhyReversed(type) is { } reversed)
        {
            Add(Descriptors.ValueNotRestored, path, type, reversed);
        }
        else if (type is INamedTypeSymbol named && CollectionMembers.Find(named) is { } member)
        {
            Add(Descriptors.ValueNotRestored, $"{path}.{member.Name}", member.Type, member.Explanation);
        }
    }

    private void VisitOpen(INamedTypeSymbol type, string path, bool isRead, bool isSmall)
    {
        if (IsJson(type))
        {
            return;
        }

        var isClosed = type.FindAttribute(JsonNames.Polymorphic) is not null;
        foreach (var derived in JsonMembers.DerivedTypes(type))
        {
            isClosed = true;
            Visit(derived, path, isRead, isSmall);
        }

        if (isRead && !isClosed)
        {
            Add(Descriptors.TypeNotDeserializable, path, type, WhyOpen(type));
        }
        else if (!type.IsForeign())
        {
            VisitMembers(JsonMembers.Of(type), path, isRead, isSmall);
        }
    }

    private void VisitObject(INamedTypeSymbol type, string path, bool isRead, bool isSmall)
    {
        if (type.IsForeign())
        {
            VisitForeign(type, path, isRead, isSmall);
            return;
        }

        var members = JsonMembers.Of(type);
        if (isRead)
        {
            FindLost(type, members, path);
        }

        foreach (var (member, reason) in UnwritableDefaults.In(type, members))
        {
            Add(Descriptors.UnwritableDefault, $"{path}.{member.Symbol.Name}", member.Type, reason);
        }

        foreach (var (way, end) in PayloadCycles.Find(type, members))
        {
            Add(Descriptors.ReferenceCycle, path + way, end);
        }

        VisitMembers(members, path, isRead, isSmall);
        foreach (var derived in JsonMembers.DerivedTypes(type))
        {
            Visit(derived, path, isRead, isSmall);
        }
    }

    private void FindLost(INamedTypeSymbol type, List<JsonMember> members, string path)
    {
        if (JsonConstructors.WhyNot(type, members) is { } explanation)
        {
            Add(Descriptors.TypeNotDeserializable, path, type, explanation);
        }
        else if (OpaqueTypes.WhyLost(type, members) is { } whole)
        {
            Add(Descriptors.ValueNotRestored, path, type, whole);
        }
        else if (LostMembers.Find(type, members) is { } member)
        {
            Add(Descriptors.ValueNotRestored, $"{path}.{member.Name}", member.Type, member.Explanation);
        }
    }

    private void VisitForeign(INamedTypeSymbol type, string path, bool isRead, bool isSmall)
    {
        switch (type.OriginalDefinition.GetFullMetadataName())
        {
            case "System.Memory`1" or "System.ReadOnlyMemory`1":
                Visit(type.TypeArguments[0], path + "[]", isRead, isSmall);
                break;
            case "System.Collections.Generic.KeyValuePair`2":
                Visit(type.TypeArguments[0], path + ".Key", isRead, isSmall);
                Visit(type.TypeArguments[1], path + ".Value", isRead, isSmall);
                break;
            case var name when name.StartsWith("System.Tuple`", StringComparison.Ordinal):
                VisitMembers(JsonMembers.Of(type), path, isRead, isSmall);
                break;
            case "System.Collections.DictionaryEntry":
                AddObject(path + ".Value", type, isRead);
                break;
            default:
                if (isRead && !IsJson(type) && !OpaqueTypes.HasFormat(type))
                {
                    FindLost(type, JsonMembers.Of(type), path);
                }

                break;
        }
    }

    private void VisitMembers(List<JsonMember> members, string path, bool isRead, bool isSmall)
    {
        foreach (var member in members)
        {
            if (member.IsIgnored || JsonMembers.HasConverter(member.Symbol))
            {
                continue;
            }

            if (member.Symbol is IPropertySymbol { RefKind: not RefKind.None })
            {
                Add(Descriptors.TypeNotSerializable, $"{path}.{member.Symbol.Name}", member.Type, ByReference);
            }
            else
            {
                Visit(member.Type, $"{path}.{member.Symbol.Name}", isRead && member.IsRead, isSmall || PayloadSizes.IsSmall(member.Symbol));
            }
        }
    }

    private void AddObject(string path, ITypeSymbol type, bool isRead)
    {
        if (isRead)
        {
            Add(Descriptors.UntypedObject, path, type);
        }
    }

    private void Add(DiagnosticDescriptor rule, string path, ITypeSymbol type, Explanation explanation = default)
    {
        if (!_findings.Exists(finding => finding.Rule == rule))
        {
            _findings.Add(new PayloadFinding(rule, path, type, explanation));
        }
    }

    private static Explanation WhyOpen(INamedTypeSymbol type) => new(
        $"{(type.TypeKind == TypeKind.Interface ? "an interface" : "an abstract class")} that does not specify the class to create",
        "Use a class or record, or list the derived types with [JsonDerivedType]");

    private static bool IsJson(ITypeSymbol type) => type.GetFullMetadataName().StartsWith("System.Text.Json.", StringComparison.Ordinal);
}
