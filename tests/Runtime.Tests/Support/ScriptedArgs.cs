namespace TaskGen.Tests;

internal readonly record struct ScriptedArgs(string Text);
