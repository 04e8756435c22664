using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Rules.Sensitivity;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Creates the <see cref="TaskModel"/> of a method. It copies all data that later steps need, because models must not refer to symbols.
/// </summary>
internal static class TaskMethodParser
{
    /// <summary>Reads a method.</summary>
    /// <returns>The model; null if the method breaks a rule or does not compile.</returns>
    public static TaskModel? Parse(TaskMethod task)
    {
        if (!TaskMethodRules.Allow(task))
        {
            return null;
        }

        var method = task.Method;
        var type = method.ContainingType;
        var constructor = ConstructorChooser.ChooseFor(task);
        var experimentalIds = MarkerReader.ReadExperimentalIds(method, constructor);
        if (!MarkerReader.AreValid(experimentalIds))
        {
            return null;
        }

        var (clients, usings) = ClientReferenceReader.Read(task, constructor);
        var (returns, result) = ReturnReader.Read(method);
        return new TaskModel(
            TaskClassParser.Parse(type),
            TaskNaming.TaskName(method, task.Attribute)!,
            TaskNaming.WireName(method, task.Attribute),
            TaskNaming.ReadAliases(method),
            task.Declaration,
            method.GetDocumentationCommentId() ?? "",
            method.Name,
            method.IsStatic,
            method.IsSeenOutside(),
            ReadParameters(method),
            constructor is null ? default : ReadConstructor(constructor),
            constructor is null ? DisposalKind.None : ReadDisposal(type),
            returns,
            result is null ? null : TypeReader.Read(result),
            TaskSettings.Idempotent.Read(task.Attribute),
            SettingsParser.Parse(task.Attribute),
            RetryParser.Parse(method, task.Attribute),
            MarkerReader.ReadMarkers(method),
            MarkerReader.UsesObsoleteErrors(method, constructor),
            experimentalIds)
        {
            IgnoresResult = TaskSettings.IgnoreResult.Read(task.Attribute),
            ResultSensitivity = SensitivityReader.ReadResult(method),
            Receiver = ReadReceiver(method),
            Clients = clients,
            Usings = usings,
        };
    }

    private static EquatableArray<ParameterModel> ReadParameters(IMethodSymbol method)
    {
        var payload = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (ParameterClassifier.Classify(parameter) == ParameterKind.Payload)
            {
                payload.Add(parameter.Name);
            }
        }

        var properties = ArgsNames.Of(payload);
        var models = new ParameterModel[method.Parameters.Length];
        var next = properties.Length;

        // The parameters are read in reverse order: if generated code cannot repeat a default value, the parameters before that one must
        // also be required.
        var mayBeOptional = true;
        for (var index = models.Length - 1; index >= 0; index--)
        {
            var parameter = method.Parameters[index];
            var kind = ParameterClassifier.Classify(parameter);
            if (kind != ParameterKind.Payload)
            {
                models[index] = ReadInjected(parameter, kind);
                continue;
            }

            var literal = mayBeOptional ? ReadDefault(parameter) : null;
            mayBeOptional = literal is not null || parameter.IsParams;
            models[index] = ReadPayload(parameter, properties[--next], literal);
        }

        return ImmutableArray.Create(models);
    }

    private static ParameterModel ReadPayload(IParameterSymbol parameter, string property, string? literal)
    {
        var defaultsToNull = literal == "null" && parameter.Type.IsReferenceType;
        return new ParameterModel(
            parameter.Name,
            ParameterKind.Payload,
            TypeReader.Read(parameter.Type, forceNullable: defaultsToNull),
            property,
            literal,
            parameter.IsParams,
            ForgivesNull: defaultsToNull && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated,
            Sensitivity: SensitivityReader.Read(parameter));
    }

    private static ParameterModel ReadInjected(IParameterSymbol parameter, ParameterKind kind)
    {
        var type = kind == ParameterKind.DetailedProgress
            ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0]
            : parameter.Type.FindUndeclared() ?? parameter.Type;
        return new ParameterModel(
            parameter.Name,
            kind,
            kind == ParameterKind.DetailedProgress ? TypeReader.Read(type) : new TypeRef(TypeReader.NameOf(type), PayloadKind.Json),
            "",
            kind is ParameterKind.Constant or ParameterKind.OptionalService ? ReadDefault(parameter) : null,
            ServiceKey: MarkerReader.ReadServiceKey(parameter),
            ForgivesNull: kind == ParameterKind.OptionalService && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated,
            Sensitivity: kind == ParameterKind.DetailedProgress ? SensitivityReader.ReadMembers(type) : null);
    }

    private static EquatableArray<ParameterModel> ReadConstructor(IMethodSymbol constructor)
    {
        var models = ImmutableArray.CreateBuilder<ParameterModel>(constructor.Parameters.Length);
        foreach (var parameter in constructor.Parameters)
        {
            models.Add(ReadInjected(parameter, ParameterClassifier.ClassifyInjected(parameter)));
        }

        return models.ToImmutable();
    }

    private static string? ReadDefault(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? Literals.Of(parameter.ExplicitDefaultValue, parameter.Type, TypeReader.NameOf) : null;

    // Returns null unless a class declares another method of the name in addition to the override, and both return the same type.
    private static string? ReadReceiver(IMethodSymbol method)
    {
        var overridden = method;
        while (overridden.OverriddenMethod is { } next)
        {
            overridden = next;
        }

        var declaring = overridden.ContainingType;
        for (var type = method.ContainingType;
            type is not null && !SymbolEqualityComparer.Default.Equals(type, declaring);
            type = type.BaseType)
        {
            foreach (var member in type.GetMembers(method.Name))
            {
                if (!member.IsOverride && SymbolEqualityComparer.Default.Equals(overridden.ReturnType, method.ReturnType))
                {
                    return TypeReader.NameOf(declaring);
                }
            }
        }

        return null;
    }

    private static DisposalKind ReadDisposal(INamedTypeSymbol type)
    {
        var disposal = DisposalKind.None;
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is(MetadataNames.Framework.AsyncDisposable))
            {
                return DisposalKind.DisposeAsync;
            }

            if (implemented.SpecialType == SpecialType.System_IDisposable)
            {
                disposal = DisposalKind.Dispose;
            }
        }

        return disposal;
    }
}
