using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>What travels: TG0100-0199.</content>
internal static partial class Descriptors
{
    private const string Payload = "TaskGen.Payload";

    public static readonly DiagnosticDescriptor TupleInsideDescribedType = new(
        DiagnosticIds.TupleInsideDescribedType, "Tuple would be serialized as an empty object",
        "{1} of task '{0}' holds a tuple inside '{2}', where it would be written as an empty object; "
        + "use a record, or an array or list of tuples", Payload, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TupleInsideDescribedType));

    public static readonly DiagnosticDescriptor UnserializableType = new(
        DiagnosticIds.UnserializableType, "Type cannot be serialized",
        "{0} of task '{1}' cannot be serialized: '{2}' is of type '{3}', {4}", Payload, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnserializableType));

    public static readonly DiagnosticDescriptor OpenType = new(
        DiagnosticIds.OpenType, "Type cannot be deserialized", "{0} of task '{1}' cannot be read back: '{2}' is of type '{3}', {4}",
        Payload, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.OpenType));

    public static readonly DiagnosticDescriptor UntypedObject = new(
        DiagnosticIds.UntypedObject, "Object is deserialized as JsonElement",
        "{0} of task '{1}' may not arrive as it was sent: '{2}' holds objects of any type ('{3}'), which are read back as JsonElement; "
        + "use the type itself, or JsonElement", Payload, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UntypedObject));

    public static readonly DiagnosticDescriptor ReferenceCycle = new(
        DiagnosticIds.ReferenceCycle, "Objects may form a reference cycle",
        "{0} of task '{1}' may lead back to itself: '{2}' is a '{3}' again, and objects that refer to each other cannot be written; "
        + "pass an id, or mark the way back with [JsonIgnore]", Payload, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ReferenceCycle));

    public static readonly DiagnosticDescriptor LargeData = new(
        DiagnosticIds.LargeData, "Serialized data may be too large",
        "{0} of task '{1}' may be too large: '{2}' is '{3}', and what travels is kept by the broker and limited to 256 KiB by default; "
        + "store it and pass its path or id", Payload, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LargeData));

    public static readonly DiagnosticDescriptor NoJsonDescription = new(
        DiagnosticIds.NoJsonDescription, "Type is not included in a JsonSerializerContext",
        "{0} of task '{1}' has no JSON description where reflection is off; add [JsonSerializable(typeof({2}))] to {3}", Payload,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NoJsonDescription));

    public static readonly DiagnosticDescriptor KeyWithoutCanonicalForm = new(
        DiagnosticIds.KeyWithoutCanonicalForm, "Idempotency key depends on the order of a set",
        "{0} of idempotent task '{1}' may give equal dispatches different keys: the order of '{2}' ('{3}') is part of the key; "
        + "use a sorted array or set, or an IdempotencyKey of your own", Payload, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.KeyWithoutCanonicalForm));
}
