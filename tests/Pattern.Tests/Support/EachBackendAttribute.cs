using System.Reflection;
using Xunit.Sdk;

namespace Pattern.Tests;

/// <summary>Runs a theory on each <see cref="Backend"/>, which is its first argument.</summary>
/// <param name="others">The arguments after it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class EachBackendAttribute(params object[] others) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<Backend>().Select(backend => (object[])[backend, .. others]);
}
