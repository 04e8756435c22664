namespace TaskGen.Generator.Json;

/// <summary>
/// The metadata names of the <c>System.Text.Json</c> types that the rules for payloads and contracts use. A test checks that they exist.
/// </summary>
internal static class JsonNames
{
    public const string Ignore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string Include = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string Converter = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string PropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string Required = "System.Text.Json.Serialization.JsonRequiredAttribute";
    public const string StringEnumConverter = "System.Text.Json.Serialization.JsonStringEnumConverter";
    public const string StringEnumConverterOfT = "System.Text.Json.Serialization.JsonStringEnumConverter`1";
    public const string StringEnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    public const string Document = "System.Text.Json.JsonDocument";
    public const string Node = "System.Text.Json.Nodes.JsonNode";
    public const string Constructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string DerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string Polymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string ExtensionData = "System.Text.Json.Serialization.JsonExtensionDataAttribute";
    public const string ObjectCreation = "System.Text.Json.Serialization.JsonObjectCreationHandlingAttribute";
    public const string NumberHandling = "System.Text.Json.Serialization.JsonNumberHandlingAttribute";
    public const string Serializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string Context = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string ConverterOfT = "System.Text.Json.Serialization.JsonConverter`1";
    public const string Resolver = "System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
}
