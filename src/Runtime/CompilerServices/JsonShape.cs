using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using TaskGen.Definitions;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>Creates the JSON Schemas of types that the JSON serializer writes.</summary>
/// <remarks>
/// The exporter of <c>System.Text.Json</c> writes the default values of constructor parameters, and throws an exception if it cannot write
/// one of them. It cannot write any default value of a struct, not even that of a <see cref="Guid"/>. It also throws if a schema is deeper
/// than payloads can be. However, each level of a payload adds two levels to a schema, and types that refer to each other add a level for
/// each reference. The schema is then created with options that allow more levels and in which constructors have no default values. The
/// defaults that can be written are added to it.
/// </remarks>
internal static class JsonShape
{
    /// <summary>The maximum nesting depth of a schema. It is sufficient for the types of all values that a payload can contain.</summary>
    public const int MaxDepth = 4 * PayloadCodec.MaxDepth;

    private static readonly JsonSchemaExporterOptions Plain = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>Creates the schema of a type.</summary>
    /// <param name="type">The metadata of the type.</param>
    /// <exception cref="PayloadProblemException">The type cannot be described.</exception>
    public static JsonNode Of(JsonTypeInfo type)
    {
        try
        {
            return type.GetJsonSchemaAsNode(Plain);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new Lenient(type.Options).Describe(type.Type);
        }
    }

    private sealed class Lenient
    {
        private readonly ConcurrentDictionary<JsonPropertyInfo, JsonNode?> _defaults = new();
        private readonly JsonSerializerOptions _original;
        private readonly JsonSerializerOptions _options;
        private readonly JsonSchemaExporterOptions _exporter;

        public Lenient(JsonSerializerOptions options)
        {
            _original = options;
            _options = new JsonSerializerOptions(options)
            {
                MaxDepth = MaxDepth,
                TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(options.TypeInfoResolver!, RemoveDefaults),
            };
            _options.MakeReadOnly();
            _exporter = new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = Plain.TreatNullObliviousAsNonNullable,
                TransformSchemaNode = AddDefault,
            };
        }

        public JsonNode Describe(Type type)
        {
            try
            {
                return _options.GetTypeInfo(type).GetJsonSchemaAsNode(_exporter);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new PayloadProblemException(
                    $"is of type {type}, for which no JSON Schema can be created ({exception.GetType().Name})", exception);
            }
        }

        // The serializer uses a constructor with parameters only if there is no other function that creates the object.
        private void RemoveDefaults(JsonTypeInfo type)
        {
            if (type.Kind != JsonTypeInfoKind.Object)
            {
                return;
            }

            var hasParameters = false;
            foreach (var property in type.Properties)
            {
                if (property.AssociatedParameter is not { } parameter)
                {
                    continue;
                }

                hasParameters = true;
                property.Set ??= static (_, _) => { };
                property.IsRequired |= _original.RespectRequiredConstructorParameters && !parameter.HasDefaultValue;
                if (parameter.HasDefaultValue && TryWrite(property.PropertyType, parameter.DefaultValue, out var node))
                {
                    _defaults[property] = node;
                }
            }

            if (hasParameters)
            {
                type.CreateObject = static () => throw new NotSupportedException("The options describe types and create no objects.");
            }
        }

        private JsonNode AddDefault(JsonSchemaExporterContext context, JsonNode schema)
        {
            if (context.PropertyInfo is { } property && schema is JsonObject shape && _defaults.TryGetValue(property, out var node))
            {
                shape["default"] = node?.DeepClone();
            }

            return schema;
        }

        // The default value of a struct is null here, which does not represent a value of the struct.
        private bool TryWrite(Type type, object? value, out JsonNode? node)
        {
            node = null;
            if (value is null)
            {
                return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
            }

            try
            {
                node = JsonSerializer.SerializeToNode(value, _original.GetTypeInfo(type));
                return true;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A default value that cannot be written is left out of the schema. A dispatch with this value reports the problem.
                return false;
            }
        }
    }
}
