using System.Text.Json.Serialization;

namespace TaskGen;

/// <summary>Names a source-generated context that describes the payload and result types of this assembly's tasks. Repeatable.</summary>
/// <typeparam name="T">The user's own context.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TaskJsonContextAttribute<T> : Attribute
    where T : JsonSerializerContext;
