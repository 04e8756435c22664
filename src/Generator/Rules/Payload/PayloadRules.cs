using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// What may travel: arguments, result and progress, and everything inside them. Unlike <see cref="TaskMethodRules"/> these rules take no
/// client away, for somebody may have given the serializer a contract of his own for a type.
/// </summary>
/// <param name="contexts">The JSON contexts that the types must be in; null where the serializer may look at types by reflection.</param>
internal sealed class PayloadRules(JsonContexts? contexts)
{
    /// <summary>The property of a diagnostic that says that its parameter should be a service.</summary>
    public const string ServiceProperty = "Service";

    /// <summary>The property of a diagnostic that holds the name of a type without a JSON description, as code.</summary>
    public const string TypeProperty = "Type";

    /// <summary>The property of a diagnostic that holds the full name in metadata of the context that a type should be added to.</summary>
    public const string ContextProperty = "Context";

    // One type is often part of many tasks, and entities are large. Lives as long as the compilation.
    private readonly ConcurrentDictionary<ITypeSymbol, IReadOnlyList<PayloadFinding>> _found = new(
        SymbolEqualityComparer.IncludeNullability);

    /// <summary>Everything that is wrong with what travels with a task.</summary>
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

                isLost |= finding.Rule == Descriptors.UnserializableType || finding.Rule == Descriptors.OpenType;
                yield return Create(task, part, finding);
            }

            // What cannot travel at all needs no description.
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

        return finding.Rule != Descriptors.KeyWithoutCanonicalForm || (isIdempotent && part.IsArgument);
    }

    private static Diagnostic Create(TaskMethod task, PayloadPart part, PayloadFinding finding)
    {
        var isService = part.IsArgument && finding.Path.Length == 0
            && (UnserializableTypes.IsService(finding.Reason)
                || (finding.Rule == Descriptors.OpenType && IsServiceInterface(finding.Type)));
        var reason = isService
            ? "which looks like a service; mark the parameter with [FromServices], or take it in the constructor"
            : finding.Reason;
        var properties = ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(
            finding.Rule,
            part.Location,
            isService ? properties.Add(ServiceProperty, "true") : properties,
            part.Description,
            task.Declaration,
            part.Root + finding.Path,
            finding.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(),
            reason);
    }

    private Diagnostic CreateUndescribed(TaskMethod task, PayloadPart part, ITypeSymbol type)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(TypeProperty, TypeReader.NameOf(type));
        var context = contexts!.Single;
        return Diagnostic.Create(
            Descriptors.NoJsonDescription,
            part.Location,
            context is null ? properties : properties.Add(ContextProperty, context.GetFullMetadataName()),
            part.Description,
            task.Declaration,
            type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(),
            context is not null
                ? $"'{context.ToDisplayString()}'"
                : contexts.Any
                    ? "one of your contexts"
                    : "a JsonSerializerContext of yours, and name that with [assembly: TaskJsonContext<...>]");
    }

    // Methods and no data: nobody would send that on purpose.
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
