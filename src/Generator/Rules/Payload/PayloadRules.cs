using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// The rules for the data that is serialized for a task: arguments, result, and progress details, with everything inside them. Unlike with
/// <see cref="TaskMethodRules"/>, a client is also generated for a task that breaks one of these rules, because the application might
/// customize the serialization of a type.
/// </summary>
/// <param name="contexts">The JSON contexts that must include the types; null if the serializer can use reflection.</param>
internal sealed class PayloadRules(JsonContexts? contexts)
{
    /// <summary>The key in <c>Diagnostic.Properties</c> that indicates that the parameter should be a service.</summary>
    public const string ServiceProperty = "Service";

    /// <summary>The key in <c>Diagnostic.Properties</c> for the C# name of a type that no <c>JsonSerializerContext</c> includes.</summary>
    public const string TypeProperty = "Type";

    /// <summary>
    /// The key in <c>Diagnostic.Properties</c> for the metadata name of the <c>JsonSerializerContext</c> to which the code fix adds the
    /// type.
    /// </summary>
    public const string ContextProperty = "Context";

    // Many tasks use the same types, and entities are large, so the findings are cached for the lifetime of the compilation.
    private readonly ConcurrentDictionary<ITypeSymbol, IReadOnlyList<PayloadFinding>> _found = new(
        SymbolEqualityComparer.IncludeNullability);

    /// <summary>Finds the problems in the data that is serialized for a task.</summary>
    public IEnumerable<Diagnostic> Check(TaskMethod task)
    {
        var isIdempotent = TaskSettings.Idempotent.Read(task.Attribute);
        foreach (var part in PayloadPart.Of(task.Method))
        {
            var isLost = false;
            foreach (var finding in _found.GetOrAdd(part.Type, PayloadWalk.Find))
            {
                if (!Applies(finding, part, isIdempotent))
                {
                    continue;
                }

                isLost |= finding.Rule == Descriptors.TypeNotSerializable || finding.Rule == Descriptors.TypeNotDeserializable;
                yield return Create(task, part, finding);
            }

            if (!isLost && UnwritableDefaultOf(part) is { } unwritable)
            {
                yield return Create(task, part, unwritable);
            }

            // A value that cannot be serialized at all needs no JSON context.
            if (!isLost && contexts is not null)
            {
                foreach (var type in DescribedTypes.Of(part.Type))
                {
                    if (!contexts.Describe(type))
                    {
                        yield return CreateUndescribed(task, part, type);
                        break;
                    }
                }
            }
        }
    }

    private static bool Applies(PayloadFinding finding, PayloadPart part, bool isIdempotent)
    {
        if (finding.Rule == Descriptors.LargeData)
        {
            return !PayloadSizes.IsSmall(part.Symbol);
        }

        if (finding.Rule == Descriptors.UnwritableDefault)
        {
            return UnwritableDefaultOf(part) is null;
        }

        return finding.Rule != Descriptors.KeyDependsOnOrder || (isIdempotent && part.IsArgument);
    }

    // The findings in a type are cached, but a default value belongs to one parameter.
    private static PayloadFinding? UnwritableDefaultOf(PayloadPart part) =>
        part is { IsArgument: true, Symbol: IParameterSymbol parameter } && UnwritableDefaults.Of(parameter) is { } explanation
            ? new PayloadFinding(Descriptors.UnwritableDefault, "", part.Type, explanation)
            : null;

    private static Diagnostic Create(TaskMethod task, PayloadPart part, PayloadFinding finding)
    {
        var isService = part.IsArgument && finding.Path.Length == 0
            && (finding.Explanation == UnserializableTypes.Service
                || (finding.Rule == Descriptors.TypeNotDeserializable && IsServiceInterface(finding.Type)));
        var explanation = isService
            ? new Explanation(
                "which appears to be a service", "Mark the parameter with [FromServices], or inject the service into the constructor")
            : finding.Explanation;
        var properties = ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(
            finding.Rule,
            part.Location,
            isService ? properties.Add(ServiceProperty, "true") : properties,
            part.Description,
            task.Declaration,
            part.Root + finding.Path,
            finding.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(),
            explanation.Reason,
            explanation.Remedy);
    }

    private Diagnostic CreateUndescribed(TaskMethod task, PayloadPart part, ITypeSymbol type)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(TypeProperty, TypeReader.NameOf(type));
        var context = contexts!.Single;
        return Diagnostic.Create(
            Descriptors.TypeNotInJsonContext,
            part.Location,
            context is null ? properties : properties.Add(ContextProperty, context.GetFullMetadataName()),
            part.Description,
            task.Declaration,
            type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(),
            context is not null
                ? $"'{context.ToDisplayString()}'"
                : contexts.Any
                    ? "one of the JsonSerializerContext classes in the project"
                    : "a new JsonSerializerContext, and register that class with [assembly: TaskJsonContext<...>]");
    }

    // An interface that has methods but no data is not intended to be serialized.
    private static bool IsServiceInterface(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface || JsonCollections.IsCollection(type))
        {
            return false;
        }

        foreach (var member in JsonMembers.Of(type))
        {
            return false;
        }

        return true;
    }
}
