namespace TaskGen.Generator.Emitting;

/// <summary>The fully qualified names of the types and attributes that generated code uses.</summary>
internal static class RuntimeNames
{
    public const string Client = "global::TaskGen.ITaskClient";
    public const string EnqueueDocumentationId =
        "M:TaskGen.ITaskClient.EnqueueAsync``4(``1,TaskGen.EnqueueOptions,System.Threading.CancellationToken)";
    public const string EnqueueManyDocumentationId =
        "M:TaskGen.ITaskClient.EnqueueManyAsync``4(System.Collections.Generic.IEnumerable{``1},TaskGen.EnqueueOptions,"
        + "System.Threading.CancellationToken)";
    public const string EnqueueOptions = "global::TaskGen.EnqueueOptions";
    public const string Signature = "global::TaskGen.Signature";
    public const string Continuation = "global::TaskGen.IContinuation";
    public const string Signatures = "global::TaskGen.CompilerServices.Signatures";
    public const string Definition = "global::TaskGen.ITaskDefinition";
    public const string Handle = "global::TaskGen.TaskHandle";
    public const string NoResult = "global::TaskGen.NoResult";
    public const string Context = "global::TaskGen.TaskContext";
    public const string Defaults = "global::TaskGen.TaskDefaults";
    public const string Sensitivity = "global::TaskGen.CompilerServices.TaskSensitivity";
    public const string SensitivePart = "global::TaskGen.CompilerServices.SensitivePart";
    public const string RetryPolicy = "global::TaskGen.RetryPolicy";
    public const string Builder = "global::TaskGen.TaskGenBuilder";
    public const string Runtime = "global::TaskGen.CompilerServices.TaskRuntime";
    public const string Payload = "global::TaskGen.CompilerServices.Payload";
    public const string Value = "global::TaskGen.CompilerServices.PayloadValue";
    public const string Array = "global::TaskGen.CompilerServices.PayloadArray";
    public const string Parameter = "global::TaskGen.CompilerServices.PayloadParameter";
    public const string Argument = "global::TaskGen.CompilerServices.PayloadArgument";
    public const string Errors = "global::TaskGen.CompilerServices.PayloadErrors";
    public const string ParameterDescriptor = "global::TaskGen.TaskParameterDescriptor";
    public const string JsonNode = "global::System.Text.Json.Nodes.JsonNode";
    public const string Equality = "global::TaskGen.CompilerServices.PayloadEquality";
    public const string Writer = "global::System.Text.Json.Utf8JsonWriter";
    public const string Reader = "global::System.Text.Json.Utf8JsonReader";
    public const string JsonOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string Token = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string StringList = "global::System.Collections.Generic.IReadOnlyList<string>";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string IdempotentMark = "[global::TaskGen.CompilerServices.IdempotentTask]";
    public const string IgnoredResultMark = "[global::TaskGen.CompilerServices.IgnoredResult]";
    public const string Never = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
}
