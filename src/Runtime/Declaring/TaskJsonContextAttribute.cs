using System.Text.Json.Serialization;

namespace TaskGen;

/// <summary>
/// Specifies a source-generated <see cref="JsonSerializerContext"/> with the JSON metadata of parameter and result types of the tasks in
/// this assembly. The attribute can be applied more than once.
/// </summary>
/// <typeparam name="T">The type of the context.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TaskJsonContextAttribute<T> : Attribute
    where T : JsonSerializerContext;
