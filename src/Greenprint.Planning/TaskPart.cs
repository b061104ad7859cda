namespace Greenprint.Planning;

/// <summary>A unit's part in a task.</summary>
public enum TaskPart
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合.</summary>
    Support,
}
