using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for the data that is serialized for a task: TG0100-0199.</content>
internal static partial class Descriptors
{
    private const string Payload = "TaskGen.Payload";

    public static readonly DiagnosticDescriptor TypeNotSerializable = new(
        DiagnosticIds.TypeNotSerializable, "Type cannot be serialized",
        "{0} of task '{1}' cannot be serialized at run time because '{2}' is of type '{3}', {4}. {5}.",
        Payload, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TypeNotSerializable));

    public static readonly DiagnosticDescriptor TypeNotDeserializable = new(
        DiagnosticIds.TypeNotDeserializable, "Type cannot be deserialized",
        "{0} of task '{1}' cannot be deserialized at run time because '{2}' is of type '{3}', {4}. {5}.",
        Payload, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TypeNotDeserializable));

    public static readonly DiagnosticDescriptor UntypedObject = new(
        DiagnosticIds.UntypedObject, "Object is deserialized as JsonElement",
        "{0} of task '{1}' may have values of a different type after deserialization because objects in '{2}' (type '{3}') are "
        + "deserialized as JsonElement. Use a specific type, or use JsonElement explicitly.", Payload, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.UntypedObject));

    public static readonly DiagnosticDescriptor ReferenceCycle = new(
        DiagnosticIds.ReferenceCycle, "Objects may form a reference cycle",
        "{0} of task '{1}' may contain a reference cycle and then fail to serialize because '{2}' refers back to type '{3}'. "
        + "Use an id instead, or mark the back reference with [JsonIgnore].", Payload, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ReferenceCycle));

    public static readonly DiagnosticDescriptor LargeData = new(
        DiagnosticIds.LargeData, "Serialized data may be too large",
        "{0} of task '{1}' may exceed the size limit (256 KiB by default) and be rejected at run time because '{2}' is of type '{3}'. "
        + "Store the data elsewhere, and use its path or id instead.", Payload, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LargeData));

    public static readonly DiagnosticDescriptor TypeNotInJsonContext = new(
        DiagnosticIds.TypeNotInJsonContext, "Type is not included in a JsonSerializerContext",
        "{0} of task '{1}' cannot be serialized at run time because reflection is disabled and no JsonSerializerContext includes '{2}'. "
        + "Add [JsonSerializable(typeof({2}))] to {3}.", Payload, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TypeNotInJsonContext));

    public static readonly DiagnosticDescriptor KeyDependsOnOrder = new(
        DiagnosticIds.KeyDependsOnOrder, "Idempotency key depends on the order of a set",
        "{0} of idempotent task '{1}' may cause equal dispatches to run twice because the idempotency key depends on the order of the "
        + "elements in '{2}' (type '{3}'). Use a sorted array or set, or set EnqueueOptions.IdempotencyKey.", Payload,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.KeyDependsOnOrder));

    public static readonly DiagnosticDescriptor ValueNotRestored = new(
        DiagnosticIds.ValueNotRestored, "Value is not restored completely",
        "{0} of task '{1}' may lose a part of its value when it is deserialized because '{2}' (type '{3}') {4}. {5}.", Payload,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ValueNotRestored));

    public static readonly DiagnosticDescriptor UnwritableDefault = new(
        DiagnosticIds.UnwritableDefault, "Default value cannot be written as JSON",
        "{0} of task '{1}' may fail to serialize at run time because the default value of '{2}' (type '{3}') {4}. {5}.", Payload,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.UnwritableDefault));
}
