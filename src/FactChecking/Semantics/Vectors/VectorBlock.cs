namespace FactChecking.Semantics.Vectors;

/// <summary>Some thousand vectors one after the other in memory: adding one never moves those that are being searched.</summary>
internal sealed class VectorBlock(int dimensions)
{
    public const int Capacity = 4096;

    private readonly int _rowLength = SignedBytes.RowLength(dimensions);
    private readonly sbyte[] _components = new sbyte[Capacity * SignedBytes.RowLength(dimensions)];

    /// <summary>The scale of every row (<see cref="QuantisedVector.Scale"/>).</summary>
    public float[] Scales { get; } = new float[Capacity];

    /// <summary>The claim of every row.</summary>
    public int[] Claims { get; } = new int[Capacity];

    public void Set(int row, int claim, QuantisedVector vector)
    {
        vector.Components.CopyTo(_components.AsSpan(row * _rowLength));
        Scales[row] = vector.Scale;
        Claims[row] = claim;
    }

    public ReadOnlySpan<sbyte> RowAt(int row) => _components.AsSpan(row * _rowLength, _rowLength);
}
