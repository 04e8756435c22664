namespace TaskGen.Generator.Symbols;

/// <summary>
/// The metadata names of the types that the generator and the analyzers look up. Types of the runtime are found only by name, because this
/// assembly cannot reference the runtime. A test checks that the types exist.
/// </summary>
internal static class MetadataNames
{
    public const string TaskAttribute = "TaskGen.TaskAttribute";
    public const string TaskGroupAttribute = "TaskGen.TaskGroupAttribute";
    public const string TaskJsonContextAttribute = "TaskGen.TaskJsonContextAttribute`1";
    public const string TaskModuleAttribute = "TaskGen.TaskModuleAttribute`1";
    public const string TaskRegistry = "TaskGen.ITaskRegistry";
    public const string ConditionalDispatcher = "TaskGen.ConditionalDispatcher";
    public const string TaskDefinitionWithHandle = "TaskGen.ITaskDefinition`3";
    public const string IdempotentTaskAttribute = "TaskGen.CompilerServices.IdempotentTaskAttribute";
    public const string IgnoredResultAttribute = "TaskGen.CompilerServices.IgnoredResultAttribute";
    public const string NoResult = "TaskGen.NoResult";
    public const string ConditionAttribute = "TaskGen.ConditionAttribute";
    public const string TaskDeclarationAttribute = "TaskGen.CompilerServices.TaskDeclarationAttribute";
    public const string RetryOnAttribute = "TaskGen.RetryOnAttribute`1";
    public const string GiveUpOnAttribute = "TaskGen.GiveUpOnAttribute`1";
    public const string TaskAliasAttribute = "TaskGen.TaskAliasAttribute";
    public const string SensitiveAttribute = "TaskGen.SensitiveAttribute";
    public const string FromServicesAttribute = "TaskGen.FromServicesAttribute";
    public const string TaskContext = "TaskGen.TaskContext";
    public const string TaskProgress = "TaskGen.ITaskProgress";
    public const string DetailedTaskProgress = "TaskGen.ITaskProgress`1";
    public const string TaskClient = "TaskGen.ITaskClient";
    public const string TaskDefinition = "TaskGen.ITaskDefinition`2";
    public const string TaskHandle = "TaskGen.TaskHandle";
    public const string Continuation = "TaskGen.IContinuation`2";
    public const string EnqueueOptions = "TaskGen.EnqueueOptions";
    public const string TaskId = "TaskGen.TaskId";
    public const string TaskFailure = "TaskGen.TaskFailure";
    public const string TaskRejectedException = "TaskGen.TaskRejectedException";
    public const string TaskRetryException = "TaskGen.TaskRetryException";
    public const string TaskSnoozeException = "TaskGen.TaskSnoozeException";
    public const string TaskGenException = "TaskGen.TaskGenException";
    public const string TaskGenBuilder = "TaskGen.TaskGenBuilder";

    /// <summary>The name of the assembly of the runtime.</summary>
    public const string RuntimeAssembly = "TaskGen";

    /// <summary>The metadata names of types in .NET and its extensions. A project might not reference some of them.</summary>
    internal static class Framework
    {
        public const string CancellationToken = "System.Threading.CancellationToken";
        public const string Task = "System.Threading.Tasks.Task";
        public const string TaskOfT = "System.Threading.Tasks.Task`1";
        public const string ValueTask = "System.Threading.Tasks.ValueTask";
        public const string ValueTaskOfT = "System.Threading.Tasks.ValueTask`1";
        public const string Thread = "System.Threading.Thread";
        public const string CancellationTokenSource = "System.Threading.CancellationTokenSource";
        public const string OperationCanceledException = "System.OperationCanceledException";
        public const string TaskCanceledException = "System.Threading.Tasks.TaskCanceledException";
        public const string JsonElement = "System.Text.Json.JsonElement";
        public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
        public const string EnumerableInterface = "System.Collections.Generic.IEnumerable`1";
        public const string DictionaryInterface = "System.Collections.Generic.IDictionary`2";
        public const string ReadOnlyDictionaryInterface = "System.Collections.Generic.IReadOnlyDictionary`2";
        public const string KeyValuePair = "System.Collections.Generic.KeyValuePair`2";
        public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";
        public const string Disposable = "System.IDisposable";
        public const string AsyncDisposable = "System.IAsyncDisposable";
        public const string CompilerGeneratedAttribute = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";
        public const string ConditionalAttribute = "System.Diagnostics.ConditionalAttribute";
        public const string CollectionBuilderAttribute = "System.Runtime.CompilerServices.CollectionBuilderAttribute";
        public const string UnmanagedCallersOnlyAttribute = "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute";
        public const string CallerMemberNameAttribute = "System.Runtime.CompilerServices.CallerMemberNameAttribute";
        public const string CallerFilePathAttribute = "System.Runtime.CompilerServices.CallerFilePathAttribute";
        public const string CallerLineNumberAttribute = "System.Runtime.CompilerServices.CallerLineNumberAttribute";
        public const string CallerArgumentExpressionAttribute = "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute";
        public const string ObsoleteAttribute = "System.ObsoleteAttribute";
        public const string ExperimentalAttribute = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
        public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
        public const string AspNetFromServicesAttribute = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
        public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
        public const string ActivatorUtilitiesConstructorAttribute =
            "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    }
}
