namespace Generator.Tests.Support;

/// <summary>Puts a body into the <c>Program</c> that <see cref="LoadedProgram"/> calls.</summary>
internal static class ProgramSource
{
    /// <summary>Declarations, and a body that may use <c>client</c> and <c>Check(condition)</c>.</summary>
    public static string Of(string declarations, string body) => $$"""
        {{declarations}}

        public static class Program
        {
            public static async Task Run(ITaskClient client)
            {
                await Task.Yield();
        {{body}}
            }

            internal static void Check(
                bool holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string what = "")
            {
                if (!holds) throw new InvalidOperationException(what);
            }
        }
        """;
}
