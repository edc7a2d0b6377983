//! Units of measurement and of money, as handles into the lexicon's table.

use super::Exact;

/// What a unit measures. Two units compare when their dimensions are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the physical quantities")]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Energy,
    Power,
    Pressure,
    Data,
    DataRate,
    Frequency,
    Angle,
    Density,
    /// Distance on an amount of fuel.
    FuelEconomy,
    /// Fuel for a distance: the inverse, which no factor converts.
    FuelConsumption,
    /// What a vehicle gives off over a distance.
    Emission,
    /// Electricity for a distance: the inverse of what follows, which no factor converts.
    EnergyUse,
    /// Distance on an amount of electricity.
    EnergyEconomy,
    Flow,
    /// Mass that passes in a time.
    MassFlow,
    Acceleration,
    Force,
    Torque,
    Voltage,
    Current,
    Charge,
    Resistance,
    Illuminance,
    Luminance,
    LuminousFlux,
    LuminousIntensity,
    Sound,
    Concentration,
    RadiationDose,
    /// Radiation taken up, whatever its effect.
    AbsorbedDose,
    Radioactivity,
    Pixels,
    /// Freight in standard containers.
    Containers,
    Duration,
    /// Per cent, a share of a whole.
    Percent,
    /// Percentage points and basis points, a difference of shares.
    Points,
    /// Money; only the same currency compares.
    Currency,
}

/// One line of the lexicon's table of units.
#[derive(Debug)]
pub struct UnitDefinition {
    /// CLDR unit identifier ("square-mile") or ISO 4217 code ("USD").
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit one of it is, as a fraction.
    pub factor: Exact,
    /// What zero of it is in the base unit: 0 but for temperatures.
    pub offset: Exact,
    /// Singular and plural as written out ("mile", "miles").
    pub names: (&'static str, &'static str),
}

/// A known unit. A unit that the lexicon does not have cannot be written down.
#[derive(Clone, Copy, Debug)]
pub struct Unit(&'static UnitDefinition);

impl Unit {
    /// The handle of a table line.
    pub(crate) const fn new(definition: &'static UnitDefinition) -> Self {
        Self(definition)
    }

    /// CLDR unit identifier or ISO 4217 code.
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// What it measures.
    pub const fn dimension(self) -> Dimension {
        self.0.dimension
    }

    /// How many base units one of it is.
    pub const fn factor(self) -> Exact {
        self.0.factor
    }

    /// What zero of it is in the base unit.
    pub const fn offset(self) -> Exact {
        self.0.offset
    }

    /// Its name written out, for one and for several.
    pub const fn names(self) -> (&'static str, &'static str) {
        self.0.names
    }

    /// Whether a figure in one can be converted into the other exactly. Currencies never convert.
    pub fn comparable(self, other: Self) -> bool {
        self.dimension() == other.dimension() && (self.dimension() != Dimension::Currency || self == other)
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Unit {}
