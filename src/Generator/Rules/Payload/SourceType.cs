using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Finds the lost members of a type whose source code is available.</summary>
/// <param name="type">The type, without its base types.</param>
/// <param name="executed">The constructors that run when the serializer creates an object.</param>
/// <param name="serialized">The members that the serializer writes.</param>
/// <param name="restored">The names of the members that the serializer reads.</param>
/// <param name="hidden">The names of the properties of derived types.</param>
internal sealed class SourceType(
    INamedTypeSymbol type,
    ExecutedConstructors executed,
    Dictionary<ISymbol, JsonMember> serialized,
    HashSet<string> restored,
    HashSet<string> hidden)
{
    private static readonly Explanation HiddenSetter = new(
        "has a setter that the serializer does not call",
        "Make the setter public, mark the property with [JsonInclude], or add a constructor parameter with its name");

    private static readonly Explanation HiddenGetter = new(
        "has a getter that the serializer does not call", "Make the getter public, or mark the property with [JsonInclude]");

    private static readonly Explanation NotPublic = new(
        "is not public, so it is not serialized", "Make it public, or mark it with [JsonInclude]");

    private static readonly Explanation SetElsewhere = new(
        "has no setter, and the constructor that the serializer calls does not set it",
        "Add an init accessor, or mark a constructor that sets it with [JsonConstructor]");

    private static readonly Explanation Fresh = new(
        "has no setter and is different in each new object", "Add an init accessor, or a constructor parameter with its name");

    private static readonly Explanation Created = new(
        "has no setter, so its content is not read", "Add an init accessor, or a constructor parameter with its name");

    private static readonly Explanation ReadOnlyField = new(
        "is a read-only field that the constructor that the serializer calls does not set", "Use a property with an init accessor instead");

    private readonly Lazy<StateCode> _code = new(() => StateCode.Read(type, executed, restored));

    /// <summary>Finds a member whose value is lost; null if there is none.</summary>
    public LostMember? Find()
    {
        foreach (var member in type.GetMembers())
        {
            var found = member switch
            {
                { IsStatic: true } or { IsImplicitlyDeclared: true } or { IsAbstract: true } => null,
                not IPropertySymbol and not IFieldSymbol => null,
                _ when hidden.Contains(member.Name) || IsSilenced(member) => null,
                IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property
                    when HasField(property) => OfProperty(property),
                IFieldSymbol { AssociatedSymbol: null } field => OfField(field),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return CapturedParameters.Find(type, executed);
    }

    private LostMember? OfProperty(IPropertySymbol property)
    {
        var explanation = serialized.ContainsKey(property) ? WhyNotRead(property) : WhyNotWritten(property);
        return explanation is { } found ? new LostMember(property.Name, property.Type, found) : null;
    }

    private LostMember? OfField(IFieldSymbol field)
    {
        if (serialized.ContainsKey(field))
        {
            return WhyFixed(field.Name, field.Type) is null ? null : new LostMember(field.Name, field.Type, ReadOnlyField);
        }

        if (!field.IsReadOnly && IsShared(field.DeclaredAccessibility))
        {
            return new LostMember(field.Name, field.Type, NotPublic);
        }

        return HiddenState.Find(field, _code.Value, type, serialized);
    }

    // A private setter that only the constructor calls, with a value that depends on its parameters, needs no setter.
    private Explanation? WhyNotRead(IPropertySymbol property) =>
        property.SetMethod is not { } setter ? WhyFixed(property.Name, property.Type)
        : setter.DeclaredAccessibility == Accessibility.Private
            && (_code.Value[property.Name] & (StateOrigins.Parameter | StateOrigins.Elsewhere)) == StateOrigins.Parameter ? null
        : HiddenSetter;

    private Explanation? WhyNotWritten(IPropertySymbol property)
    {
        var isShared = IsShared(property.DeclaredAccessibility)
            && property.SetMethod is { } setter
            && IsShared(setter.DeclaredAccessibility);
        return !isShared && (_code.Value[property.Name] & (StateOrigins.Elsewhere | StateOrigins.Fresh)) == 0 ? null
            : property.DeclaredAccessibility == Accessibility.Public ? HiddenGetter
            : NotPublic;
    }

    private Explanation? WhyFixed(string name, ITypeSymbol memberType)
    {
        var origins = _code.Value[name];
        return (origins & StateOrigins.Fresh) != 0 ? Fresh
            : (origins & StateOrigins.Elsewhere) != 0 ? SetElsewhere
            : (origins & StateOrigins.Created) != 0 && IsMutable(memberType) ? Created
            : null;
    }

    // The user has decided how the member is serialized, or that its value is not needed. A hidden member whose value cannot be
    // serialized, such as a delegate, is not data.
    private bool IsSilenced(ISymbol member) =>
        member.FindAttribute(JsonNames.Ignore) is not null
        || JsonMembers.HasConverter(member)
        || (serialized.TryGetValue(member, out var found)
            ? !found.IsDropped
            : UnserializableTypes.WhyNot((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type, isRead: true) is not null);

    private bool HasField(IPropertySymbol property)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                return true;
            }
        }

        return false;
    }

    // Code in other files can set the member.
    private static bool IsShared(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsMutable(ITypeSymbol memberType)
    {
        if (memberType is IArrayTypeSymbol || JsonCollections.IsCollection(memberType))
        {
            return memberType is IArrayTypeSymbol || JsonCollections.IsMutable(memberType);
        }

        if (memberType is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named)
        {
            return false;
        }

        foreach (var member in JsonMembers.Of(named))
        {
            if (member.Symbol is IPropertySymbol { SetMethod: { IsInitOnly: false } } or IFieldSymbol { IsReadOnly: false })
            {
                return true;
            }
        }

        return false;
    }
}
