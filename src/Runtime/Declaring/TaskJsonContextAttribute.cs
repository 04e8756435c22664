using System.Text.Json.Serialization;

namespace TaskGen;

/// <summary>
/// Specifies a source-generated <see cref="JsonSerializerContext"/> that describes payload and result types of the tasks in this assembly.
/// The attribute can be applied several times.
/// </summary>
/// <typeparam name="T">The type of the context.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TaskJsonContextAttribute<T> : Attribute
    where T : JsonSerializerContext;
