using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TaskGen.Serialization;

/// <summary>
/// Changes the JSON contracts of a resolver so that a collection without a setter, such as <c>List&lt;int&gt; Ids { get; } = [];</c>, is
/// read. The serializer writes such a member but ignores it when it reads an object.
/// </summary>
/// <remarks>
/// A list or a dictionary is read like any other, and its elements then replace those of the collection that the object has created. For
/// other collections, the serializer adds the elements to this collection (<see cref="JsonObjectCreationHandling.Populate"/>). This would
/// duplicate the elements of a list that is not empty at first, and it is not possible in a type whose constructor has parameters.
/// </remarks>
/// <param name="inner">The resolver that creates the contracts.</param>
internal sealed class ReadOnlyCollections(IJsonTypeInfoResolver inner) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var contract = inner.GetTypeInfo(type, options);
        if (contract is { Kind: JsonTypeInfoKind.Object, IsReadOnly: false })
        {
            foreach (var member in contract.Properties)
            {
                if (IsLost(member))
                {
                    Restore(member, contract, options);
                }
            }
        }

        return contract;
    }

    /// <summary>
    /// Determines whether a member is written but not read, and contains the collection that it returns. A property with a getter in code
    /// is excluded, because it can return the collection of another object, or one that all objects share.
    /// </summary>
    private static bool IsLost(JsonPropertyInfo member) =>
        member is { Get: not null, Set: null, AssociatedParameter: null, CustomConverter: null }
        && member.PropertyType != typeof(string)
        && member.PropertyType.IsAssignableTo(typeof(IEnumerable))
        && (member.AttributeProvider is FieldInfo
            || (member.AttributeProvider is PropertyInfo { GetMethod: { } getter }
                && getter.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)))
        && !IsIgnored((MemberInfo)member.AttributeProvider);

    private static bool IsIgnored(MemberInfo member) => member.GetCustomAttribute<JsonIgnoreAttribute>() is
        { Condition: JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenReading };

    private static bool CanCreate(JsonTypeInfo? contract) => contract is
        { Kind: not JsonTypeInfoKind.Object } or { CreateObject: not null } or { ConstructorAttributeProvider: not null }
            or { PolymorphismOptions: not null };

    private void Restore(JsonPropertyInfo member, JsonTypeInfo owner, JsonSerializerOptions options)
    {
        // Some collections are still ignored: those that the serializer cannot create, such as IReadOnlyList<T>, those that it reads
        // through a converter of the application, and those whose elements it cannot create. Otherwise, payloads with these members would
        // no longer be readable.
        if (inner.GetTypeInfo(member.PropertyType, options)
            is not { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, CreateObject: not null } collection
            || !CanCreate(inner.GetTypeInfo(collection.ElementType!, options)))
        {
            return;
        }

        if (CollectionFiller.Supports(member.PropertyType))
        {
            var read = member.Get!;
            member.IsSetNullable = true;
            member.Set = (holder, values) =>
            {
                if (values is not null && read(holder) is { } target)
                {
                    CollectionFiller.Fill(target, values);
                }
            };
        }
        else if (owner is { CreateObject: not null, PolymorphismOptions: null })
        {
            member.ObjectCreationHandling = JsonObjectCreationHandling.Populate;
        }
    }
}
