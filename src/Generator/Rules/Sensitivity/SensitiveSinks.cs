using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Sensitivity;

/// <summary>Finds the outputs, such as logs and traces, in which a sensitive value would be exposed.</summary>
internal static class SensitiveSinks
{
    private const string Log = "a log";
    private const string Trace = "a trace";
    private const string Console = "the console";
    private const string Headers = "the task headers";

    /// <summary>Returns the name of the output that exposes the arguments of a call; null if there is none.</summary>
    public static string? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        switch (method.Name)
        {
            case "Report" when type.Is(MetadataNames.TaskProgress) || type.Is(MetadataNames.DetailedTaskProgress):
                return "a progress report";
            case "CancelAsync" when type.IsOrDerivesFrom(MetadataNames.TaskHandle):
                return "a cancellation reason";
            case "SetTag" or "AddTag" or "SetBaggage" or "AddBaggage" or "SetStatus" or "AddEvent" or "AddException" when type.Is(
                "System.Diagnostics.Activity"):
                return Trace;
            case "Add" or "TryAdd" when IsHeaders(call.Instance):
                return Headers;
            case "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" when type.Is("System.Console")
                || call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error" } writer }
                    && writer.ContainingType.Is("System.Console"):
                return Console;
            case "BeginScope" when IsLogger(type):
                return Log;
            default:
                if (method.Name.StartsWith("Log", StringComparison.Ordinal) && IsLogger(type))
                {
                    return Log;
                }

                if (type.Is("System.Diagnostics.Debug") || type.Is("System.Diagnostics.Trace"))
                {
                    return "debug or trace output";
                }

                // The source generator of log messages implements only partial methods.
                return (method.IsPartialDefinition || method.PartialDefinitionPart is not null)
                    && method.FindAttribute("Microsoft.Extensions.Logging.LoggerMessageAttribute") is not null
                    ? Log
                    : null;
        }
    }

    /// <summary>Returns the name of the output that exposes the arguments of a constructor; null if there is none.</summary>
    public static string? Of(IObjectCreationOperation creation) => creation.Type switch
    {
        { } type when type.IsOrDerivesFrom("System.Exception") => "an exception message",
        { } type when type.Is("System.Diagnostics.ActivityEvent") => Trace,
        _ => null,
    };

    /// <summary>Returns the name of the output that exposes the value of an assignment; null if there is none.</summary>
    public static string? Of(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IPropertyReferenceOperation { Property: { Name: "DisplayName" } property }
            when property.ContainingType.Is("System.Diagnostics.Activity") => Trace,
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer when IsHeaders(indexer.Instance) => Headers,
        IPropertyReferenceOperation
        {
            Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
        } element when IsInHeaders(element) => Headers,
        _ => null,
    };

    /// <summary>
    /// Determines whether the runtime masks the value, because it is a task argument that is written to the logger of the task context.
    /// </summary>
    public static bool IsMasked(IInvocationOperation call, IOperation place) =>
        call.TargetMethod.Name is not "Report"
        && LoggerOf(call) is { } logger
        && IsContextLogger(logger)
        && IsArgument(place);

    private static IOperation? LoggerOf(IInvocationOperation call) =>
        call.Instance ?? (call.Arguments.Length > 0 && call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);

    private static bool IsContextLogger(IOperation logger) => logger.WithoutConversions() switch
    {
        IPropertyReferenceOperation { Property: { Name: "Logger" } property } => property.ContainingType.Is(MetadataNames.TaskContext),
        ILocalReferenceOperation { SemanticModel: { } model, Local.DeclaringSyntaxReferences: [{ } declaration] } =>
            model.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator
            && declarator.GetVariableInitializer()?.Value is { } value
            && IsContextLogger(value),
        _ => false,
    };

    private static bool IsArgument(IOperation place)
    {
        while (place is IMemberReferenceOperation { Instance: { } instance })
        {
            place = instance;
        }

        return place is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }
            && method.FindAttribute(MetadataNames.TaskAttribute) is not null
            && ParameterClassifier.Classify(parameter) == Model.ParameterKind.Payload;
    }

    private static bool IsLogger(ITypeSymbol type) =>
        type.Is("Microsoft.Extensions.Logging.LoggerExtensions") || type.Is("Microsoft.Extensions.Logging.ILogger");

    private static bool IsHeaders(IOperation? value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Headers" } property } => property.ContainingType.Is(MetadataNames.EnqueueOptions),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => IsInHeaders(receiver),
        _ => false,
    };

    // Recognizes Headers = { ["a"] = b } and Headers = new Dictionary<string, string> { ["a"] = b }, also with elements { "a", b }.
    private static bool IsInHeaders(IOperation inside)
    {
        for (var current = inside.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IMemberInitializerOperation
                {
                    InitializedMember: IPropertyReferenceOperation { Property: { Name: "Headers" } property }
                }:
                    return property.ContainingType.Is(MetadataNames.EnqueueOptions);
                case ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property: { Name: "Headers", IsIndexer: false } property }
                }:
                    return property.ContainingType.Is(MetadataNames.EnqueueOptions);
                case IBlockOperation:
                    return false;
            }
        }

        return false;
    }
}
